package io.strikewire.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlowBodyTest {

  @Test
  void a_body_is_read_to_its_end_or_to_the_limit() throws IOException {
    byte[] body = new byte[40_000];
    Arrays.fill(body, (byte) 7);
    assertThat(SlowBody.read(new ByteArrayInputStream(body), 50_000)).isEqualTo(body);
    assertThat(SlowBody.read(new ByteArrayInputStream(body), 20_001)).hasSize(20_001);
  }

  @Test
  void one_that_never_ends_is_given_up_when_the_reader_is_interrupted() {
    InputStream dripping =
        new InputStream() {
          private int given;

          @Override
          public int read() {
            return 1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            given++;
            if (given == 3) {
              Thread.currentThread().interrupt();
            }
            return 1;
          }
        };
    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> SlowBody.read(dripping, Integer.MAX_VALUE));
    assertThat(Thread.interrupted()).isTrue();
  }
}
