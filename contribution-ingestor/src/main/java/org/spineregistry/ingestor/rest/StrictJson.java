package org.spineregistry.ingestor.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.spineregistry.ingestor.code.IntakeCode;

/**
 * Reads JSON as RFC 8259 has it and nothing else: no repeated name, no NaN, no comment, one value,
 * bounded in depth and in the length of names, texts and numbers. Errors name a place, never
 * content.
 */
final class StrictJson {
  private static final int DEEPEST = 16;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_TEXT = 10_000;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNameLength(LONGEST_NAME)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  /**
   * @param bytes UTF-8
   * @throws NotJson when they are no JSON value or more than one
   */
  JsonNode read(byte[] bytes) throws NotJson {
    try (JsonParser parser = mapper.createParser(bytes)) {
      JsonNode tree = mapper.readTree(parser);
      if (tree == null || tree.isMissingNode()) {
        throw new NotJson(IntakeCode.NOT_DECODABLE, "The body is empty.");
      }
      if (parser.nextToken() != null) {
        throw new NotJson(IntakeCode.NOT_DECODABLE, "There is more after the first JSON value.");
      }
      return tree;
    } catch (StreamConstraintsException e) {
      throw new NotJson(
          IntakeCode.TOO_LARGE,
          "The JSON is nested deeper than "
              + DEEPEST
              + " levels, or a name, number or text in it is longer than the limit.");
    } catch (JsonParseException e) {
      throw new NotJson(IntakeCode.NOT_DECODABLE, "This is not JSON" + place(e) + ".");
    } catch (JsonProcessingException e) {
      throw new NotJson(IntakeCode.NOT_DECODABLE, "An object repeats a name" + place(e) + ".");
    } catch (IOException e) {
      throw new NotJson(IntakeCode.NOT_DECODABLE, "This is not text in UTF-8.");
    }
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    if (at == null) {
      return "";
    }
    String line = at.getLineNr() > 1 ? "line " + at.getLineNr() + ", " : "";
    return " at " + line + "column " + at.getColumnNr();
  }
}
