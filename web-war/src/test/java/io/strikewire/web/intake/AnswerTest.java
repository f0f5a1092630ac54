package io.strikewire.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.inbox.Inbox.Acceptance;
import io.strikewire.inbox.Inbox.BatchAcceptance;
import io.strikewire.payload.Mistake;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final UUID ID = new UUID(0, 1);
  private static final Acceptance ACCEPTED = new Acceptance.Accepted(ID, true);
  private static final Acceptance REFUSED =
      new Acceptance.Refused(ID, List.of(new Mistake("symbol", "n\"o", "a ticker")));

  @Test
  void an_accepted_signal_is_told_its_name() {
    Answer answer = Answer.of(ACCEPTED, 5);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.json())
        .isEqualTo(
            "{\"status\":\"ACCEPTED\",\"message\":\"Signal received and queued for processing\","
                + "\"correlation_id\":\"00000000-0000-0000-0000-000000000001\","
                + "\"processing_time_ms\":5,\"system\":\"REFACTORED\"}");
  }

  @Test
  void what_is_not_known_to_be_stored_is_to_be_sent_again() {
    Answer answer = Answer.of(new Acceptance.Unavailable(ID), 5);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.retryAfterSeconds()).isPositive();
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
  }

  @Test
  void a_batch_has_a_result_for_each_signal_in_order() {
    Answer answer =
        Answer.of(
            new BatchAcceptance.Itemized(
                ID, List.of(ACCEPTED, REFUSED, new Acceptance.Duplicate(ID))),
            1);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .containsSubsequence(
            "{\"index\":0,\"status\":\"ACCEPTED\"",
            "{\"index\":1,\"status\":\"REFUSED\"",
            "\"received\":\"n\\\"o\"",
            "{\"index\":2,\"status\":\"DUPLICATE\"");
  }

  @Test
  void a_batch_of_which_anything_is_not_known_to_be_stored_is_to_be_sent_again() {
    Answer answer =
        Answer.of(
            new BatchAcceptance.Itemized(ID, List.of(ACCEPTED, new Acceptance.Unavailable(ID))), 1);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.retryAfterSeconds()).isPositive();
    assertThat(answer.json()).contains("\"ACCEPTED\"", "\"UNAVAILABLE\"");
  }
}
