package org.spineregistry.solana.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against a server that answers as the transit API is documented: Vault itself does not run here.
 */
class VaultSignerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

  private final KeyPair second = KeyPair.random();
  private final List<String> tokens = new ArrayList<>();
  private KeyPair signing = second;
  private String type = "ed25519";
  private String prefix = "vault:v2:";
  private int status = 200;
  private HttpServer server;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/transit/keys/publisher", this::key);
    server.createContext("/v1/transit/sign/publisher", this::sign);
    server.start();
    Files.writeString(folder.resolve("token"), "first\n");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void signsWithTheNewestVersionAndTheTokenOfTheMoment() throws IOException {
    VaultSigner signer = VaultSigner.open(service());
    Files.writeString(folder.resolve("token"), "second\n");

    byte[] signature = signer.sign(MESSAGE);

    assertThat(signer.address()).isEqualTo(second.address());
    assertThat(Ed25519Verifier.verify(second.address().bytes(), MESSAGE, signature)).isTrue();
    assertThat(tokens).containsExactly("first", "second");
  }

  @Test
  void aSignatureOfAnotherKeyOrVersionIsNone() {
    VaultSigner signer = VaultSigner.open(service());
    signing = KeyPair.random();
    refuses(signer, "not a signature of this key");
    signing = second;
    prefix = "vault:v1:";
    refuses(signer, "not a signature of this key");
    prefix = "vault:v2:*";
    refuses(signer, "not a signature of this key");
  }

  @Test
  void aServiceThatDoesNotSignSaysWhyWithoutTheToken() {
    VaultSigner signer = VaultSigner.open(service());
    status = 503;
    refuses(signer, "answers 503");
    server.stop(0);
    refuses(signer, "does not answer");
    assertThatThrownBy(() -> VaultSigner.open(service()))
        .isInstanceOf(SignerException.class)
        .hasMessageNotContaining("first");
  }

  @Test
  void aKeyOfAnotherTypeIsRefused() {
    type = "rsa-2048";
    assertThatThrownBy(() -> VaultSigner.open(service()))
        .isInstanceOf(SignerException.class)
        .hasMessageContaining("ed25519");
  }

  @Test
  void aTokenFileWithMoreThanATokenIsRefusedWithoutShowingIt() throws IOException {
    Files.writeString(folder.resolve("token"), "hvs.secret\nsecond line");
    assertThatThrownBy(() -> VaultSigner.open(service()))
        .isInstanceOf(SignerException.class)
        .hasMessageContaining("holds no token")
        .hasMessageNotContaining("secret");
  }

  private static void refuses(VaultSigner signer, String why) {
    assertThatThrownBy(() -> signer.sign(MESSAGE))
        .isInstanceOf(SignerException.class)
        .hasMessageContaining(why);
  }

  private VaultSigner.Service service() {
    return new VaultSigner.Service(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        "transit",
        "publisher",
        folder.resolve("token"),
        Duration.ofSeconds(5));
  }

  private void key(HttpExchange exchange) throws IOException {
    String half = Base64.getEncoder().encodeToString(second.address().bytes());
    answer(
        exchange,
        """
        {"data":{"type":"%s","latest_version":2,"keys":{
          "1":{"public_key":"AAAA"},"2":{"public_key":"%s"}}}}"""
            .formatted(type, half));
  }

  private void sign(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    byte[] signature = signing.sign(Base64.getDecoder().decode(body.path("input").asText()));
    assertThat(body.path("key_version").asInt()).isEqualTo(2);
    String text = prefix + Base64.getEncoder().encodeToString(signature);
    answer(exchange, "{\"data\":{\"signature\":\"" + text + "\"}}");
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    tokens.add(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
