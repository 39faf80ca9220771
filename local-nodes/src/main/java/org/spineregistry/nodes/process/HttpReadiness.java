package org.spineregistry.nodes.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Uses the JDK's plain connection: its newer client leaves a thread behind until the collector
 * runs.
 */
record HttpReadiness(URI uri) implements Readiness {
  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 2000;

  @Override
  public boolean reached(ProcessOutput output) {
    HttpURLConnection connection = null;
    try {
      connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      connection.setRequestProperty("Connection", "close");
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    } finally {
      if (connection != null) {
        connection.disconnect();
      }
    }
  }

  @Override
  public String description() {
    return "200 from " + uri;
  }
}
