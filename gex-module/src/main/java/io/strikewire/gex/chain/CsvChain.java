package io.strikewire.gex.chain;

import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The quote table as a spreadsheet: lines about the underlying, a header, then a call and a put on
 * each line. No cell of a row holds a comma. Large tables are read in two halves at once.
 */
final class CsvChain {

  private static final Pattern SPOT = Pattern.compile("Last: ?([0-9.]{1,20})");
  private static final Pattern DATE =
      Pattern.compile("Date: (\\w{3,9} \\d{1,2}, \\d{4} at \\d{1,2}:\\d{2} [AP]M) E[SD]T");
  private static final DateTimeFormatter NEW_YORK =
      DateTimeFormatter.ofPattern("MMMM d, uuuu 'at' h:mm a", Locale.US);
  private static final byte[] HEADER = "Expiration Date,Calls,".getBytes(StandardCharsets.US_ASCII);
  private static final String COLUMNS =
      "Expiration Date,Calls,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest,"
          + "Strike,Puts,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest";
  private static final int WORTH_SPLITTING = 256 * 1024;
  private static final int TYPICAL_ROW = 100;

  private CsvChain() {}

  static OptionChain read(Symbol symbol, byte[] file) throws IOException {
    int header = header(file);
    String about = new String(file, 0, header, StandardCharsets.UTF_8);
    int rows = nextLine(file, header);
    String columns = new String(file, header, rows - header, StandardCharsets.UTF_8).strip();
    if (!columns.equals(COLUMNS)) {
      throw new Unreadable("header", columns, COLUMNS);
    }
    double spot = Double.parseDouble(find(SPOT, about, "spot", "Last: 3990.56"));
    Instant asOf = asOf(about);
    return ChainCheck.chain(symbol, asOf, spot, rows(file, rows));
  }

  private static int header(byte[] file) throws Unreadable {
    for (int line = 0; line < file.length; line = nextLine(file, line)) {
      if (startsWithHeader(file, line)) {
        return line;
      }
    }
    throw new Unreadable("header", "none", "a line of " + COLUMNS);
  }

  private static boolean startsWithHeader(byte[] file, int at) {
    if (at + HEADER.length > file.length) {
      return false;
    }
    for (int i = 0; i < HEADER.length; i++) {
      if (file[at + i] != HEADER[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where the line after the one at {@code from} begins. */
  private static int nextLine(byte[] file, int from) {
    int at = from;
    while (at < file.length && file[at] != '\n') {
      at++;
    }
    return Math.min(file.length, at + 1);
  }

  private static Instant asOf(String about) throws Unreadable {
    String text = find(DATE, about, "date", "Date: December 12, 2022 at 8:30 PM EST");
    try {
      return LocalDateTime.parse(text, NEW_YORK).atZone(TradingCalendar.NEW_YORK).toInstant();
    } catch (DateTimeException noSuchTime) {
      throw new Unreadable("date", text, "December 12, 2022 at 8:30 PM");
    }
  }

  private static String find(Pattern pattern, String about, String what, String example)
      throws Unreadable {
    Matcher matcher = pattern.matcher(about);
    if (!matcher.find()) {
      throw new Unreadable(what, "nothing", example + " in the lines above the header");
    }
    return matcher.group(1);
  }

  private static ChainRows rows(byte[] file, int from) throws IOException {
    if (file.length - from < WORTH_SPLITTING) {
      return part(file, from, file.length);
    }
    int middle = nextLine(file, from + (file.length - from) / 2);
    int[] bounds = {from, middle, file.length};
    try {
      List<ChainRows> halves =
          IntStream.range(0, 2)
              .parallel()
              .mapToObj(half -> unchecked(file, bounds[half], bounds[half + 1]))
              .toList();
      halves.get(0).append(halves.get(1));
      return halves.get(0);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static ChainRows unchecked(byte[] file, int from, int to) {
    try {
      return part(file, from, to);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ChainRows part(byte[] file, int from, int to) throws IOException {
    ChainRows rows = new ChainRows((to - from) / TYPICAL_ROW * 2 + 64);
    CsvRow row = new CsvRow(file);
    for (int at = from; at < to; at = row.end()) {
      row.read(at, to, rows);
    }
    return rows;
  }
}
