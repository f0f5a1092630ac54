package io.strikewire.context.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CoalescedQuotesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean down;

  private final CoalescedQuotes quotes =
      new CoalescedQuotes(
          this::answer, () -> NOW.plusNanos(nanos.get()), Duration.ofSeconds(60), nanos::get);

  private MarketQuotes answer() {
    requests.incrementAndGet();
    if (down) {
      throw new FeedUnavailable("the provider answered 503");
    }
    return new MarketQuotes(new BigDecimal("502.1"), 14.8, NOW);
  }

  @Test
  void however_many_ask_there_is_one_request() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(20);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<CoalescedQuotes.Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(
          many.submit(
              () -> {
                start.await();
                return quotes.ask();
              }));
    }
    start.countDown();
    for (Future<CoalescedQuotes.Answer> answer : answers) {
      assertThat(answer.get()).isInstanceOf(CoalescedQuotes.Answer.Market.class);
    }
    many.shutdown();
    assertThat(requests).hasValue(1);
    assertThat(quotes.fetched()).isEqualTo(1);
    assertThat(quotes.answered()).isEqualTo(19);
  }

  @Test
  void within_its_time_to_live_an_answer_is_not_asked_for_again() {
    quotes.ask();
    after(Duration.ofSeconds(59));
    quotes.ask();
    assertThat(requests).hasValue(1);
    after(Duration.ofSeconds(2));
    quotes.ask();
    assertThat(requests).hasValue(2);
  }

  @Test
  void after_a_failure_the_last_market_remains_and_nobody_asks_for_five_seconds() {
    quotes.ask();
    after(Duration.ofSeconds(61));
    down = true;
    assertThat(quotes.ask())
        .isEqualTo(new CoalescedQuotes.Answer.Failure("the provider answered 503"));
    quotes.ask();
    assertThat(requests).hasValue(2);
    assertThat(quotes.last().orElseThrow().fetchedAt()).isEqualTo(NOW);
    assertThat(quotes.lastFailure()).contains("the provider answered 503");
    after(Duration.ofSeconds(6));
    down = false;
    assertThat(quotes.ask()).isInstanceOf(CoalescedQuotes.Answer.Market.class);
    assertThat(quotes.failed()).isEqualTo(1);
  }

  private void after(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
