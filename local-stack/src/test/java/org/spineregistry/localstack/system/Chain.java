package org.spineregistry.localstack.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What the local ledger itself holds, past every client of ours. */
record Chain(String rpcUrl) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Texts of all memos that ever landed. */
  List<String> memos() {
    List<String> memos = new ArrayList<>();
    for (JsonNode memo : control("{\"op\":\"memos\"}").get("ok")) {
      // listed as the length in brackets, then the text
      memos.add(memo.get("memo").asText().replaceFirst("^\\[\\d+] ", ""));
    }
    return memos;
  }

  private JsonNode control(String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(rpcUrl + "/control"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<byte[]> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
