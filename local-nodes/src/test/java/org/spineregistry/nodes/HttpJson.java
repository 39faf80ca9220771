package org.spineregistry.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests to a schema registry or another JSON service, as curl would make them. */
record HttpJson(String url) {

  record Answer(int status, String body) {}

  /** Registers an Avro record schema with the given fields, as JSON within JSON. */
  Answer register(String subject, String fields) {
    String schema = "{'type':'record','name':'Case','fields':[" + fields + "]}";
    String body = "{\"schema\":\"" + schema.replace("'", "\\\"") + "\"}";
    return call("POST", "/subjects/" + subject + "/versions", body);
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  Answer call(String method, String path, String body) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url + path).toURL().openConnection();
      connection.setRequestMethod(method);
      if (body != null) {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      }
      int status = connection.getResponseCode();
      InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
      return new Answer(status, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
