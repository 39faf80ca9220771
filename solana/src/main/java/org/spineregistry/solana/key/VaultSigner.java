package org.spineregistry.solana.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Signs with an Ed25519 key of the transit engine of HashiCorp Vault or OpenBao ({@code
 * developer.hashicorp.com/vault/api-docs/secret/transit}). The key never leaves the service. The
 * version of the key that is newest at the start signs until the next start: another version is
 * another publisher, whom verifiers must trust first.
 */
public final class VaultSigner implements Signer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4096}");
  private static final int OK = 200;

  private final HttpClient http;
  private final Service service;
  private final int version;
  private final Address address;

  /**
   * Where the key is.
   *
   * @param address of the service, such as {@code https://vault.example.org:8200}
   * @param mount of the transit engine
   * @param key its name
   * @param tokenFile the token; read anew for every call, because an agent renews it
   * @param timeout of a call
   */
  public record Service(URI address, String mount, String key, Path tokenFile, Duration timeout) {}

  private VaultSigner(HttpClient http, Service service, int version, Address address) {
    this.http = http;
    this.service = service;
    this.version = version;
    this.address = address;
  }

  /**
   * Asks the service for the public half of the key.
   *
   * @throws SignerException when it does not answer, or the key is of another type
   */
  public static VaultSigner open(Service service) {
    HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(service.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    JsonNode key = call(http, request(service, "keys").GET().build());
    if (!key.path("type").asText().equals("ed25519")) {
      throw new SignerException("the key is not of type ed25519");
    }
    int version = key.path("latest_version").asInt();
    byte[] half = decoded(key.path("keys").path(Integer.toString(version)).path("public_key"));
    if (half.length != Address.LENGTH) {
      throw new SignerException("the key has no public half of 32 bytes");
    }
    return new VaultSigner(http, service, version, Address.of(half));
  }

  @Override
  public Address address() {
    return address;
  }

  /**
   * @throws SignerException when the service does not answer, or its signature is not one of this
   *     key over this message
   */
  @Override
  public byte[] sign(byte[] message) {
    Map<String, Object> body =
        Map.of("input", Base64.getEncoder().encodeToString(message), "key_version", version);
    HttpRequest request =
        request(service, "sign")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()))
            .build();
    String[] parts = call(http, request).path("signature").asText().split(":", -1);
    boolean ours = parts.length == 3 && parts[0].equals("vault") && parts[1].equals("v" + version);
    byte[] signature = ours ? decoded(parts[2]) : new byte[0];
    if (!Ed25519Verifier.verify(address.bytes(), message, signature)) {
      throw new SignerException("the answer is not a signature of this key");
    }
    return signature;
  }

  private static HttpRequest.Builder request(Service service, String operation) {
    String path = "/v1/" + service.mount() + "/" + operation + "/" + service.key();
    return HttpRequest.newBuilder(service.address().resolve(path))
        .timeout(service.timeout())
        .header("X-Vault-Request", "true")
        .header("X-Vault-Token", token(service.tokenFile()));
  }

  private static String token(Path file) {
    String token;
    try {
      token = Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new SignerException("the token file cannot be read");
    }
    if (!TOKEN.matcher(token).matches()) { // else the HTTP client would quote it in its complaint
      throw new SignerException("the token file holds no token");
    }
    return token;
  }

  private static JsonNode call(HttpClient http, HttpRequest request) {
    // the timeout of a request ends with the headers, and a body can stall
    CompletableFuture<HttpResponse<byte[]>> call =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> answer =
          call.get(request.timeout().orElseThrow().toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != OK) {
        throw new SignerException("answers " + answer.statusCode());
      }
      return JSON.readTree(answer.body()).path("data");
    } catch (IOException | ExecutionException | TimeoutException e) {
      call.cancel(true);
      throw new SignerException("does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignerException("was interrupted");
    }
  }

  private static byte[] decoded(JsonNode text) {
    return decoded(text.asText());
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  @Override
  public String toString() {
    return "key of a key service, " + address;
  }
}
