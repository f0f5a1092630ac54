package io.strikewire.deploy.boot;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Which log lines an operator sees on the console: our own, and what broke in the server. */
public final class ConsoleLines implements Filter {

  @Override
  public boolean isLoggable(LogRecord line) {
    return line.getLevel().intValue() >= Level.SEVERE.intValue()
        || String.valueOf(line.getLoggerName()).startsWith("io.strikewire");
  }
}
