package org.spineregistry.example.rewards;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was decided, ordered and reported, and how far the topics were read: one SQLite file, one
 * writer. A committed transaction is on the disk.
 */
final class Book implements AutoCloseable {
  private final Connection connection;

  private Book(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens the book, makes it when there is none.
   *
   * @throws SQLException also when another process has it open
   */
  static Book open(Path file) throws SQLException, IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement();
        InputStream schema = Book.class.getResourceAsStream("/reward-book.sql")) {
      // the lock ends with the process, by whatever death
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.executeUpdate(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
      connection.setAutoCommit(false);
      return new Book(connection);
    } catch (SQLException | IOException e) {
      connection.close();
      throw e;
    }
  }

  /** Steps that become durable together, or not at all. */
  interface Work {
    void run() throws SQLException;
  }

  void inTransaction(Work work) throws SQLException {
    try {
      work.run();
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** A row as a value. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> all(Row<T> shape, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(shape.read(rows));
      }
      return read;
    }
  }

  <T> Optional<T> one(Row<T> shape, String sql, Object... values) throws SQLException {
    return all(shape, sql, values).stream().findFirst();
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
