package org.spineregistry.cli.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.synthesis.certificate.KeyListEnvelope;
import org.spineregistry.synthesis.signature.KeyFile;
import org.spineregistry.synthesis.signature.KeyFileException;
import org.spineregistry.synthesis.signature.SigningKey;
import org.spineregistry.synthesis.verify.BadInputException;
import org.spineregistry.synthesis.verify.KeyList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs a list of keys with the root key. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Signs a list of keys with the root key, which signs nothing else and should be kept offline.",
      "The list is a trust file with two fields more: serial, which rises with every list, and issuedAt.",
      "To retire a publisher give it the last slot in which it counts, toSlot; its successor may overlap."
    })
public final class SignKeysCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--list", required = true, paramLabel = "FILE", description = "The list, JSON.")
  private Path list;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE.pem",
      description = "Root key: PEM, mode 600, as openssl genpkey -algorithm ed25519 writes it.")
  private Path key;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the signed list goes; must not exist.")
  private Path out;

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>();
    byte[] content = content(problems);
    SigningKey root = root(problems);
    if (Files.exists(out)) {
      problems.add("--out: " + out + " exists already");
    }
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
    try {
      Files.write(out, KeyListEnvelope.of(content, root), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw UserProblem.input("--out: " + out + " exists already");
    } catch (IOException e) {
      throw UserProblem.input("--out: " + out + " cannot be written");
    }
    spec.commandLine()
        .getOut()
        .printf("%s: signed by root key %s%n", out, root.publicKey().keyId());
    return ExitCode.OK;
  }

  private byte[] content(List<String> problems) {
    try {
      byte[] content = InputFile.read(list);
      KeyList.unsigned(content);
      return content;
    } catch (UserProblem e) {
      problems.addAll(e.problems());
    } catch (BadInputException e) {
      problems.add("--list: " + e.getMessage());
    }
    return null;
  }

  private SigningKey root(List<String> problems) {
    try {
      return KeyFile.signingKey(key);
    } catch (KeyFileException e) {
      problems.add("--key: " + e.getMessage());
    } catch (IOException e) {
      problems.add("--key: " + key + " cannot be read");
    }
    return null;
  }
}
