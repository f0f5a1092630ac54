package io.strikewire.deploy.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param createdAt when its snapshot was taken
 * @param migrations the schema's history, in its order
 * @param tables in an order in which each comes after those it refers to
 */
public record Manifest(
    Instant createdAt,
    String release,
    List<Migration> migrations,
    List<Table> tables,
    List<Sequence> sequences) {

  private static final String FIRST = "strikewire backup 1";
  private static final String LAST = "end";

  public Manifest {
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /** A migration that had been applied. */
  public record Migration(String script, int checksum) {}

  /**
   * A table's rows.
   *
   * @param sha256 of its rows as the file has them, in hexadecimal
   */
  public record Table(String name, List<String> columns, long rows, String sha256) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /** Where a sequence stood. */
  public record Sequence(String name, long last, boolean called) {}

  /** How many rows there are. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /** As text, one thing a line, its parts between tabs. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(FIRST);
    lines.add("created\t" + createdAt);
    lines.add("release\t" + release);
    migrations.forEach(one -> lines.add("migration\t" + one.script() + '\t' + one.checksum()));
    tables.forEach(
        one ->
            lines.add(
                String.join(
                    "\t",
                    "table",
                    one.name(),
                    Long.toString(one.rows()),
                    one.sha256(),
                    String.join(",", one.columns()))));
    sequences.forEach(
        one -> lines.add("sequence\t" + one.name() + '\t' + one.last() + '\t' + one.called()));
    lines.add(LAST);
    return String.join("\n", lines) + '\n';
  }

  /**
   * Reads one.
   *
   * @throws DamagedBackup if it is none, or not all of it
   */
  public static Manifest parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 4
        || !lines.get(0).equals(FIRST)
        || !lines.get(lines.size() - 1).equals(LAST)) {
      throw new DamagedBackup("its manifest is not one of a strikewire backup, or cut off");
    }
    try {
      List<Migration> migrations = new ArrayList<>();
      List<Table> tables = new ArrayList<>();
      List<Sequence> sequences = new ArrayList<>();
      for (String line : lines.subList(3, lines.size() - 1)) {
        String[] parts = line.split("\t", -1);
        switch (parts[0]) {
          case "migration" -> migrations.add(new Migration(parts[1], Integer.parseInt(parts[2])));
          case "table" ->
              tables.add(
                  new Table(
                      parts[1], List.of(parts[4].split(",")), Long.parseLong(parts[2]), parts[3]));
          case "sequence" ->
              sequences.add(
                  new Sequence(parts[1], Long.parseLong(parts[2]), Boolean.parseBoolean(parts[3])));
          default -> throw new DamagedBackup("its manifest has an unknown line: " + line);
        }
      }
      return new Manifest(
          Instant.parse(lines.get(1).split("\t", -1)[1]),
          lines.get(2).split("\t", -1)[1],
          migrations,
          tables,
          sequences);
    } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
      throw new DamagedBackup("its manifest cannot be read: " + broken.getMessage());
    } catch (java.time.DateTimeException broken) {
      throw new DamagedBackup("its manifest has no time: " + broken.getMessage());
    }
  }
}
