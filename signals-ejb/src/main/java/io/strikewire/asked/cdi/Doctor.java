package io.strikewire.asked.cdi;

import io.strikewire.decide.Counterfactual;
import io.strikewire.decide.EntryPolicy;
import io.strikewire.decide.EntryQuestion;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.enrich.cdi.Enrichment;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.OrderRefused;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.event.SignalRoute;
import io.strikewire.hold.Holds;
import io.strikewire.intake.AlertDialect;
import io.strikewire.intake.AlertDialect.Reading;
import io.strikewire.json.JsonText;
import io.strikewire.json.StrictJson;
import io.strikewire.market.TradingCalendar;
import io.strikewire.normalize.Admission;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.rehearsal.Rehearsal;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.Signal;
import io.strikewire.signal.SignalId;
import io.strikewire.validate.cdi.Examiner;
import io.strikewire.whatif.OpeningDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an alert without storing it, and says what is wrong with it and what would be decided. */
@ApplicationScoped
public class Doctor {

  /** Later than every name that was given: everything stored came before. */
  private static final SignalId NOT_STORED = new SignalId(new UUID(-1L, -1L));

  @Inject private Examiner examiner;
  @Inject private Enrichment enrichment;
  @Inject private Holds holds;
  @Inject private OpeningDesk openings;
  @Inject private Counterfactuals counterfactuals;
  @Inject private Decision.Versions versions;
  @Inject private TradingCalendar calendar;
  @Inject private PipelineSettings settings;

  Map<String, @Nullable Object> examine(byte[] alert, Portfolio portfolio, Instant now) {
    Map<String, @Nullable Object> findings = new LinkedHashMap<>();
    StrictJson.Reading body = StrictJson.read(alert);
    if (body instanceof StrictJson.Reading.Malformed malformed) {
      findings.put("dialect", null);
      findings.put("understood", false);
      findings.put("mistakes", mistakes(List.of(malformed.mistake())));
      return findings;
    }
    Payload payload = ((StrictJson.Reading.Read) body).payload();
    Reading reading =
        AlertDialect.read(
            new RawSignal(NOT_STORED, portfolio, AuthGrade.HMAC, payload, now),
            Optional.empty(),
            calendar);
    findings.put("dialect", AlertDialect.nameOf(payload));
    findings.put("understood", reading instanceof Reading.Understood);
    if (reading instanceof Reading.Understood understood) {
      findings.put("mistakes", mistakes(missingTime(payload)));
      findings.put("signal", described(understood.signal()));
      findings.put("decision", decision(understood.signal(), now));
    } else {
      findings.put("mistakes", mistakes(((Reading.Mistaken) reading).mistakes()));
    }
    return findings;
  }

  private List<Mistake> missingTime(Payload payload) {
    return settings.timestampRequired() && !AlertDialect.hasTimestamp(payload)
        ? List.of(new Mistake("timestamp", "nothing", "when the alert fired"))
        : List.of();
  }

  private static List<Map<String, Object>> mistakes(List<Mistake> found) {
    return found.stream()
        .map(
            mistake -> {
              Map<String, Object> described = new LinkedHashMap<>();
              described.put("field", mistake.field());
              described.put("received", mistake.received());
              described.put("accepted", mistake.accepted());
              described.put("fix", "Send " + mistake.field() + " as " + mistake.accepted() + ".");
              return described;
            })
        .toList();
  }

  private static Map<String, Object> described(Signal signal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", signal.source());
    fields.put("symbol", signal.symbol().ticker());
    fields.put("intent", signal.intent().word());
    signal.intent().side().ifPresent(side -> fields.put("direction", side.name()));
    fields.put("timeframe", signal.timeframe().toString());
    fields.put("timestamp", signal.timestamp().toString());
    signal.contract().ifPresent(contract -> fields.put("occ_symbol", contract.occSymbol()));
    signal.premium().ifPresent(premium -> fields.put("premium", premium));
    signal.price().ifPresent(price -> fields.put("price", price));
    fields.put("metadata", signal.metadata());
    return fields;
  }

  /**
   * The same rules as on the route, in the same order; nothing is stored, so nothing is claimed.
   */
  private Map<String, @Nullable Object> decision(Signal signal, Instant now) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    if (signal.intent() instanceof Intent.Nothing nothing) {
      return answered(
          "REJECT",
          Optional.of(nothing.code().name()),
          List.of(Verdict.fail(nothing.code().name(), nothing.facts())),
          answer);
    }
    if (signal.intent() instanceof Intent.Close) {
      answer.put("decision", "CLOSE");
      answer.put("reasoning", List.of("closes what is open in " + signal.symbol()));
      return answer;
    }
    Optional<Admission.Refusal> held = Admission.refusal(signal, holds.inForce(), now);
    if (held.isPresent() && !signal.isRehearsal()) {
      answer.put(
          "counterfactual",
          counterfactuals.of(SignalRoute.NORMALIZE, kept(held.get().facts())).orElse(null));
      return answered(
          "REJECT", Optional.of(held.get().code().name()), List.of(held.get().verdict()), answer);
    }
    Examiner.Examination valid = examiner.examine(signal, now);
    List<Verdict> verdicts = new ArrayList<>(valid.result().verdicts());
    Optional<String> rejection = valid.result().rejection().map(Enum::name);
    if (rejection.isPresent() && !signal.isRehearsal()) {
      answer.put("counterfactual", counterfactuals.of(valid.question()).orElse(null));
      return answered("REJECT", rejection, verdicts, answer);
    }
    Signal meant = enrichment.withContract(signal, now);
    Surroundings around = enrichment.around(meant, valid.peers(), now);
    SignalEvent.Entry entry =
        new EntryPolicy(settings.decision()).decide(meant, around, versions, now);
    Decision made = signal.isRehearsal() ? ruled(entry) : decision(entry, now);
    verdicts.addAll(made.verdicts());
    answer.put("confidence", made.confidence());
    answer.put("positionSize", made.positionSize());
    answer.put("calculations", made.calculations());
    if (signal.isRehearsal()) {
      verdicts.add(Rehearsal.verdict(made));
      answer.put("positionSize", 0);
      return answered("REJECT", Optional.of(Rejection.TEST_SIGNAL.name()), verdicts, answer);
    }
    answer.put(
        "counterfactual",
        made.stage() == SignalRoute.OPEN
            ? counterfactuals.of(SignalRoute.OPEN, kept(made.calculations())).orElse(null)
            : Counterfactual.of(EntryQuestion.of(meant, around, now), settings.decision())
                .map(Counterfactual::text)
                .orElse(null));
    return answered(made.kind().name(), made.rejection().map(Enum::name), verdicts, answer);
  }

  /** Facts as a stored decision would have them. */
  private static Payload kept(Map<String, Object> facts) {
    byte[] json = JsonText.of(facts).getBytes(StandardCharsets.UTF_8);
    return ((StrictJson.Reading.Read) StrictJson.read(json)).payload();
  }

  /** What the entry rules alone say. */
  private static Decision ruled(SignalEvent.Entry entry) {
    return entry instanceof Rejected rejected ? rejected.decision() : ((Entered) entry).decision();
  }

  /** What the entry rules say and, if they say yes, the book. */
  private Decision decision(SignalEvent.Entry entry, Instant now) {
    if (entry instanceof Rejected rejected) {
      return rejected.decision();
    }
    Entered entered = (Entered) entry;
    return openings.opening(entered, now) instanceof OrderRefused refused
        ? refused.decision()
        : entered.decision();
  }

  private static Map<String, @Nullable Object> answered(
      String kind,
      Optional<String> rejection,
      List<Verdict> verdicts,
      Map<String, @Nullable Object> answer) {
    answer.put("decision", kind);
    answer.put("rejection", rejection.orElse(null));
    answer.put("reasoning", verdicts.stream().map(Object::toString).toList());
    return answer;
  }
}
