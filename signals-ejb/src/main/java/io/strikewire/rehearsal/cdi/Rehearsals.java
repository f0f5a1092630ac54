package io.strikewire.rehearsal.cdi;

import io.strikewire.decision.Decision;
import io.strikewire.decision.Verdict;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.Entry;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.pipeline.cdi.TransactionMemory;
import io.strikewire.rehearsal.Rehearsal;
import io.strikewire.signal.Signal;
import io.strikewire.signal.SignalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what each stage said of a test signal that goes on all the same. */
@ApplicationScoped
public class Rehearsals {

  @Inject private TransactionMemory memory;

  /** What was said in a transaction. */
  private static final class Known {
    private final Map<SignalId, List<Verdict>> said = new HashMap<>();
  }

  /** Keeps a stage's words. */
  public void note(Signal signal, List<Verdict> verdicts) {
    known().said.computeIfAbsent(signal.id(), first -> new ArrayList<>()).addAll(verdicts);
  }

  /** The end of the way, whatever the entry rules said. */
  public Entry refused(Entry made) {
    Decision decision =
        made instanceof Entered entered ? entered.decision() : ((Rejected) made).decision();
    List<Verdict> before = known().said.remove(decision.signalId());
    return new Rejected(Rehearsal.refused(before == null ? List.of() : before, decision));
  }

  private Known known() {
    return memory.of(Known.class, Known::new);
  }
}
