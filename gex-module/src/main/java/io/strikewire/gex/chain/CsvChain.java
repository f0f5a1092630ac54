package io.strikewire.gex.chain;

import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The quote table as a spreadsheet: three lines about the underlying, a header, then a call and a
 * put on each line. No cell but the date line holds a comma.
 */
final class CsvChain {

  private static final Pattern SPOT = Pattern.compile("Last: ?([0-9.]+)");
  private static final Pattern DATE =
      Pattern.compile("Date: (\\w+ \\d{1,2}, \\d{4} at \\d{1,2}:\\d{2} [AP]M) E[SD]T");
  private static final DateTimeFormatter NEW_YORK =
      DateTimeFormatter.ofPattern("MMMM d, uuuu 'at' h:mm a", Locale.US);
  private static final String HEADER = "Expiration Date,Calls,";
  private static final int CALL = 1;
  private static final int PUT = 12;
  private static final int COLUMNS = 22;

  private CsvChain() {}

  static OptionChain read(Symbol symbol, byte[] file) throws IOException {
    List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
    int header = 0;
    while (header < lines.size() && !lines.get(header).startsWith(HEADER)) {
      header++;
    }
    if (header == lines.size()) {
      throw new IOException("no line that begins with " + HEADER);
    }
    String about = String.join("\n", lines.subList(0, header));
    List<ChainQuote> quotes = new ArrayList<>();
    for (String line : lines.subList(header + 1, lines.size())) {
      if (!line.isBlank()) {
        String[] cells = line.split(",", -1);
        if (cells.length < COLUMNS) {
          throw new IOException("a line of " + cells.length + " cells: " + line);
        }
        quotes.add(quote(cells, CALL));
        quotes.add(quote(cells, PUT));
      }
    }
    return new OptionChain(
        symbol, asOf(about), Double.parseDouble(find(SPOT, about, "spot")), quotes);
  }

  private static Instant asOf(String about) throws IOException {
    return LocalDateTime.parse(find(DATE, about, "date"), NEW_YORK)
        .atZone(TradingCalendar.NEW_YORK)
        .toInstant();
  }

  private static String find(Pattern pattern, String about, String what) throws IOException {
    Matcher matcher = pattern.matcher(about);
    if (!matcher.find()) {
      throw new IOException("no " + what);
    }
    return matcher.group(1);
  }

  /**
   * Cells from {@code first}: name, last, net, bid, ask, volume, IV, delta, gamma, open interest.
   */
  private static ChainQuote quote(String[] cells, int first) {
    OptionContract contract =
        OptionContract.parse(cells[first])
            .orElseThrow(() -> new IllegalArgumentException("no option: " + cells[first]));
    return new ChainQuote(
        contract,
        new BigDecimal(cells[first + 3]),
        new BigDecimal(cells[first + 4]),
        measure(cells[first + 6]),
        measure(cells[first + 7]),
        measure(cells[first + 8]),
        measure(cells[first + 9]),
        measure(cells[first + 5]));
  }

  private static double measure(String cell) {
    return cell.isBlank() ? 0 : Double.parseDouble(cell);
  }
}
