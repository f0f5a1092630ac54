package io.strikewire.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Where log lines go: all of them as JSON into files under the data directory; the product's own,
 * and what broke in the server, as text to the console as well.
 */
final class Logs {

  private static final String HANDLERS = "java.util.logging.";

  private static final String CONSOLE =
      String.join(
          "\n",
          HANDLERS + "ConsoleHandler.level=INFO",
          HANDLERS + "ConsoleHandler.filter=io.strikewire.deploy.boot.ConsoleLines",
          HANDLERS + "ConsoleHandler.formatter=io.strikewire.deploy.boot.TextLines",
          ".level=INFO",
          "");

  private Logs() {}

  /** Nothing more is written anywhere. */
  static void silence() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
  }

  /** For a command that ends by itself: the console alone. */
  static void toConsole() throws IOException {
    String settings = "handlers=java.util.logging.ConsoleHandler\n" + CONSOLE;
    LogManager.getLogManager()
        .readConfiguration(
            new ByteArrayInputStream(settings.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** For the service; the server finds the same settings when it starts. */
  static Path toFilesOf(Path data) throws IOException {
    Path logs = Files.createDirectories(data.resolve("logs"));
    Path settings = logs.resolve("logging.properties");
    Files.writeString(
        settings,
        String.join(
            "\n",
            "handlers=java.util.logging.ConsoleHandler,java.util.logging.FileHandler",
            HANDLERS + "FileHandler.pattern=" + logs.resolve("strikewire.%g.log"),
            HANDLERS + "FileHandler.append=true",
            HANDLERS + "FileHandler.limit=10000000",
            HANDLERS + "FileHandler.count=10",
            HANDLERS + "FileHandler.encoding=UTF-8",
            HANDLERS + "FileHandler.formatter=io.strikewire.deploy.boot.JsonLines",
            CONSOLE));
    System.setProperty("java.util.logging.config.file", settings.toString());
    LogManager.getLogManager().readConfiguration();
    return logs;
  }
}
