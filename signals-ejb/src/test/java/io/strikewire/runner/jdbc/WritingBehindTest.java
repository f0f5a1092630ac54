package io.strikewire.runner.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strikewire.runner.Journey;
import io.strikewire.signal.SignalId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritingBehindTest {

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<List<Journey>> written = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void steps_are_written_one_at_a_time_in_their_order_while_others_are_added() {
    CountDownLatch added = new CountDownLatch(1);
    WritingBehind writing =
        new WritingBehind(
            step -> {
              await(added);
              written.add(step);
            },
            threads);
    List<List<Journey>> steps = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      steps.add(step());
      writing.add(steps.get(i));
    }
    assertThat(written).as("adding waited for none of them").isEmpty();
    added.countDown();
    writing.finish();
    assertThat(written).isEqualTo(steps);
  }

  @Test
  void behind_a_step_that_failed_nothing_is_written_and_the_end_says_why() {
    SQLException refused = new SQLException("refused", "23505");
    List<Journey> first = step();
    List<Journey> second = step();
    WritingBehind writing =
        new WritingBehind(
            step -> {
              if (step == second) {
                throw refused;
              }
              written.add(step);
            },
            threads);
    List.of(first, second, step()).forEach(writing::add);
    assertThatThrownBy(writing::finish).isInstanceOf(CompletionException.class).hasCause(refused);
    writing.end();
    assertThat(written).containsExactly(first);
  }

  private static List<Journey> step() {
    return List.of(new Journey(new SignalId(UUID.randomUUID())));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
