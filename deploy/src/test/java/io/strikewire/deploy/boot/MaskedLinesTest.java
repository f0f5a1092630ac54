package io.strikewire.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class MaskedLinesTest {

  private static final String TOKEN = "swt_" + "aB3-_".repeat(8) + "xyz";

  @Test
  void a_token_is_unreadable_in_a_message_and_in_the_stack_of_what_was_thrown() {
    LogRecord line = new LogRecord(Level.SEVERE, "POST /webhook/" + TOKEN + "?x=1 failed");
    line.setThrown(new IllegalStateException("no such path: /webhook/" + TOKEN));
    String shown = new MaskedLines().format(line);
    assertThat(shown).contains("POST /webhook/swt_***?x=1 failed").doesNotContain(TOKEN);
  }

  @Test
  void other_lines_stay_as_they_are() {
    assertThat(MaskedLines.masked("a swift answer")).isEqualTo("a swift answer");
  }
}
