package io.strikewire.gex.chain;

import java.nio.charset.StandardCharsets;

/**
 * One line of the table: expiration, then for the call and for the put: name, last, net, bid, ask,
 * volume, IV, delta, gamma, open interest; the strike stands between them.
 */
final class CsvRow {

  private static final int CELLS = 22;
  private static final int CALL = 1;
  private static final int PUT = 12;

  private final byte[] file;
  private final Osi name = new Osi();
  private final int[] cell = new int[CELLS + 1];
  private int begin;
  private int end;

  CsvRow(byte[] file) {
    this.file = file;
  }

  /** Where the next line begins. */
  int end() {
    return end;
  }

  /** Adds the line's two rows; a blank line has none. */
  void read(int from, int to, ChainRows rows) throws Unreadable {
    begin = from;
    int cells = split(from, to);
    if (cells == 1 && text(0).isBlank()) {
      return;
    }
    if (cells != CELLS) {
      throw new Unreadable(line() + ".cells", cells + ": " + wholeLine(), CELLS + " cells");
    }
    quote(CALL, rows);
    quote(PUT, rows);
  }

  /** Notes where each cell begins; one more mark stands after the last. Counts the cells. */
  private int split(int from, int to) {
    int count = 0;
    cell[0] = from;
    int at = from;
    while (at < to && file[at] != '\n') {
      if (file[at] == ',' && ++count < CELLS) {
        cell[count] = at + 1;
      }
      at++;
    }
    end = Math.min(to, at + 1);
    int last = at > from && file[at - 1] == '\r' ? at - 1 : at;
    cell[Math.min(count, CELLS - 1) + 1] = last + 1;
    return count + 1;
  }

  private void quote(int first, ChainRows rows) throws Unreadable {
    if (!name.read(file, cell[first], cell[first + 1] - 1)) {
      throw new Unreadable(
          line() + (first == CALL ? ".call" : ".put"),
          text(first),
          "an option's name: SPXW221212C01000000");
    }
    rows.contract(name);
    rows.measures(
        field -> line() + (first == CALL ? ".call." : ".put.") + field,
        number(first + 3, "bid"),
        number(first + 4, "ask"),
        number(first + 6, "iv"),
        number(first + 7, "delta"),
        number(first + 8, "gamma"),
        number(first + 9, "open_interest"),
        number(first + 5, "volume"));
  }

  private double number(int index, String field) throws Unreadable {
    try {
      return Numbers.parse(file, cell[index], cell[index + 1] - 1);
    } catch (NumberFormatException none) {
      throw new Unreadable(
          line() + (index < PUT ? ".call." : ".put.") + field, text(index), "a number");
    }
  }

  private String text(int index) {
    return new String(file, cell[index], cell[index + 1] - 1 - cell[index], StandardCharsets.UTF_8);
  }

  private String wholeLine() {
    return new String(file, begin, end - begin, StandardCharsets.UTF_8).strip();
  }

  private String line() {
    int number = 1;
    for (int i = 0; i < begin; i++) {
      number += file[i] == '\n' ? 1 : 0;
    }
    return "line " + number;
  }
}
