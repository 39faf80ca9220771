package org.spineregistry.synthesis.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.signature.PublicKey;
import org.spineregistry.synthesis.signature.SigningKey;

class TrustRootTest {
  private static final PublicKey KEY = SigningKey.random().publicKey();
  private static final String PUBLIC = Base64.getEncoder().encodeToString(KEY.raw());
  private static final String GENUINE =
      """
      {"format":"spine-trust/1",
       "certificateKeys":[{"keyId":"%s","publicKey":"%s"}],
       "publishers":[{"publicKey":"9xQe","genesisHash":"EtWT"}]}
      """
          .formatted(KEY.keyId(), PUBLIC);

  @Test
  void readsKeysAndPublishers() throws BadInputException {
    TrustRoot trust = TrustRoot.read(GENUINE.getBytes(UTF_8));

    assertThat(trust.certificateKey(KEY.keyId()).orElseThrow().raw()).isEqualTo(KEY.raw());
    assertThat(trust.certificateKey("ab".repeat(32))).isEmpty();
    assertThat(trust.publishers()).containsExactly(new TrustRoot.Publisher("9xQe", "EtWT"));
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    refused(GENUINE.replace("spine-trust/1", "spine-trust/2"), "'format' must be spine-trust/1");
    refused(GENUINE.replace("\"publishers\"", "\"revoked\""), "not known here");
    refused(GENUINE.replace("{\"keyId\"", "{\"until\":2027,\"keyId\""), "not known here");
    refused(
        GENUINE.replace("{\"publicKey\":\"9xQe\"", "{\"slot\":1,\"publicKey\":\"9xQe\""), "not");
    refused(GENUINE.replace(KEY.keyId(), "ab".repeat(32)), "not the SHA-256 of its public key");
    refused(GENUINE.replace(PUBLIC, "AAAA"), "must be an Ed25519 key");
    refused(GENUINE.replace(PUBLIC, "?"), "must be an Ed25519 key");
    refused(GENUINE.replace("\"9xQe\"", "9"), "'publicKey' must be a text");
    refused(
        "{\"format\":\"spine-trust/1\",\"certificateKeys\":[],\"publishers\":[]}", "names no key");
    refused("{\"format\":\"spine-trust/1\",\"certificateKeys\":{}}", "must be a list");
    refused("[]", "no JSON object");
    refused(GENUINE + GENUINE, "no JSON object");
  }

  private static void refused(String file, String reason) {
    assertThat(file).isNotEqualTo(GENUINE);
    assertThatThrownBy(() -> TrustRoot.read(file.getBytes(UTF_8)))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("trust file")
        .hasMessageContaining(reason);
  }
}
