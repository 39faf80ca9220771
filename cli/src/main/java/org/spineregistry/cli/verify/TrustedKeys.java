package org.spineregistry.cli.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.proof.PublisherKeys;
import org.spineregistry.synthesis.signature.KeyFile;
import org.spineregistry.synthesis.signature.KeyFileException;
import org.spineregistry.synthesis.signature.PublicKey;
import org.spineregistry.synthesis.verify.BadInputException;
import org.spineregistry.synthesis.verify.KeyList;
import org.spineregistry.synthesis.verify.TrustRoot;

/** Whom the user trusts: keys of certificates, and publishers. */
record TrustedKeys(TrustRoot root, PublisherKeys publishers) {

  /**
   * @param file null when it could not be read
   * @param rootKey who signed the list, or null for a plain file
   */
  static TrustedKeys read(byte[] file, Path rootKey, List<String> problems) {
    PublicKey signer = rootKey == null ? null : rootKey(rootKey, problems);
    if (file == null || rootKey != null && signer == null) {
      return null;
    }
    try {
      TrustRoot root = signer == null ? plain(file) : KeyList.read(file, signer).trust();
      return new TrustedKeys(root, publishers(root));
    } catch (BadInputException | IllegalArgumentException e) {
      problems.add("--trust: " + e.getMessage());
      return null;
    }
  }

  private static TrustRoot plain(byte[] file) throws BadInputException {
    if (KeyList.isSigned(file)) {
      throw new BadInputException("trust file is a signed list; name who signed it by --root-key");
    }
    return TrustRoot.read(file);
  }

  private static PublicKey rootKey(Path file, List<String> problems) {
    try {
      return KeyFile.publicKey(file);
    } catch (KeyFileException e) {
      problems.add("--root-key: " + e.getMessage());
    } catch (IOException e) {
      problems.add("--root-key: " + file + " cannot be read");
    }
    return null;
  }

  private static PublisherKeys publishers(TrustRoot root) {
    return new PublisherKeys(
        root.publishers().stream()
            .map(
                publisher -> {
                  Base58Text.decode("genesisHash", publisher.genesisHash(), Address.LENGTH);
                  return new PublisherKeys.Term(
                      new Address(publisher.publicKey()),
                      publisher.genesisHash(),
                      publisher.fromSlot(),
                      publisher.toSlot());
                })
            .toList());
  }
}
