package org.spineregistry.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {
  @TempDir Path dir;

  @Test
  void whatTheRunWroteIsTakenAway() throws IOException {
    Path folder = dir.resolve("release");
    Unfinished run = Unfinished.watch(folder, true);
    Files.createDirectories(folder.resolve("private"));
    Files.writeString(folder.resolve("private/seed.hex"), "00");
    run.made(Files.writeString(folder.resolve(".synthetic-100.csv.part"), "x"));

    run.clean();

    assertThat(folder).doesNotExist();
  }

  @Test
  void whatSomebodyElseWroteStays() throws IOException {
    Path note = Files.writeString(dir.resolve("note.txt"), "mine");
    Unfinished run = Unfinished.watch(dir, false);
    run.made(Files.writeString(dir.resolve("report.json"), "{}"));

    run.clean();

    assertThat(dir).isDirectoryContaining(note::equals);
    assertThat(dir.resolve("report.json")).doesNotExist();
  }

  @Test
  void aFinishedRunStays() throws IOException {
    Unfinished run = Unfinished.watch(dir, true);
    Path report = Files.writeString(dir.resolve("report.json"), "{}");
    run.made(report);
    run.finish();

    run.clean();

    assertThat(report).exists();
  }
}
