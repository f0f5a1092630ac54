package io.strikewire.deploy;

import io.strikewire.deploy.history.BarFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code context import FILE}: market history that trend, regime and percentiles come from. */
@Command(
    name = "context",
    description = "The market context's history.",
    mixinStandardHelpOptions = true,
    subcommands = ContextCommand.Import.class)
final class ContextCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return CommandLine.ExitCode.USAGE;
  }

  /** Keeps a file's daily bars, all or none. Works beside a running service. */
  @Command(
      name = "import",
      description = "Keep the daily bars of a file; a day that is there is replaced.",
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {

    private static final String KEEP =
        """
        INSERT INTO daily_bars (symbol, day, open, high, low, close, volume, source)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (symbol, day) DO UPDATE SET open = excluded.open, high = excluded.high,
          low = excluded.low, close = excluded.close, volume = excluded.volume,
          source = excluded.source
        """;
    private static final int BATCH = 1000;

    @Parameters(paramLabel = "FILE", description = "date,open,high,low,close[,volume]")
    private Path file = Path.of("");

    @Option(
        names = "--symbol",
        description = "SPY or VIX (default: whichever the file's name begins with)")
    private @Nullable String symbol;

    @Option(names = "--data", description = "data directory (default ./data)")
    private Path data = Path.of("data");

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws Exception {
      Optional<String> ticker = ticker();
      if (ticker.isEmpty()) {
        return mistaken("--symbol: SPY or VIX is accepted, and " + file + " begins with neither");
      }
      List<String> lines;
      try {
        lines = Files.readAllLines(file);
      } catch (IOException unreadable) {
        return mistaken("FILE: " + file + " cannot be read as text");
      }
      BarFile bars = BarFile.read(lines);
      if (bars instanceof BarFile.Mistaken mistaken) {
        return mistaken(file + ", " + mistaken.mistake());
      }
      return CommandDatabase.run(
          command.commandLine(),
          data,
          database -> keep(database, ticker.get(), ((BarFile.Read) bars).bars()));
    }

    private Optional<String> ticker() {
      String name = symbol == null ? String.valueOf(file.getFileName()) : symbol;
      String upper = name.toUpperCase(Locale.ROOT);
      return List.of("SPY", "VIX").stream()
          .filter(known -> symbol == null ? upper.startsWith(known) : upper.equals(known))
          .findFirst();
    }

    private int keep(DataSource database, String ticker, List<BarFile.Bar> bars) throws Exception {
      try (Connection connection = database.getConnection();
          PreparedStatement insert = connection.prepareStatement(KEEP)) {
        connection.setAutoCommit(false);
        int waiting = 0;
        for (BarFile.Bar bar : bars) {
          insert.setString(1, ticker);
          insert.setObject(2, bar.day());
          insert.setDouble(3, bar.open());
          insert.setDouble(4, bar.high());
          insert.setDouble(5, bar.low());
          insert.setDouble(6, bar.close());
          insert.setDouble(7, bar.volume());
          insert.setString(8, String.valueOf(file.getFileName()));
          insert.addBatch();
          if (++waiting % BATCH == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
        connection.commit();
      }
      command
          .commandLine()
          .getOut()
          .printf(
              "%d daily bars of %s kept, %s to %s%n",
              bars.size(), ticker, bars.get(0).day(), bars.get(bars.size() - 1).day());
      command.commandLine().getOut().flush();
      return CommandLine.ExitCode.OK;
    }

    private int mistaken(String why) {
      command.commandLine().getErr().println(why);
      command.commandLine().getErr().flush();
      return CommandLine.ExitCode.USAGE;
    }
  }
}
