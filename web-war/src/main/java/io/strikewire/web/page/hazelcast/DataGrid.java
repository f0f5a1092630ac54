package io.strikewire.web.page.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The server's data grid, if this instance has joined one; without it nobody else is told. */
@ApplicationScoped
public class DataGrid {

  private static final System.Logger LOG = System.getLogger(DataGrid.class.getName());
  private static final String NAME = "payara/Hazelcast";
  private static final String TOPIC = "strikewire.committed";

  private volatile Optional<ITopic<String>> topic = Optional.empty();

  /** Hands over what other instances tell, from now on. */
  public void listen(Consumer<String> listener) {
    topic = joined().map(grid -> grid.getTopic(TOPIC));
    topic.ifPresent(open -> open.addMessageListener(told -> others(told, listener)));
  }

  /** Tells the other instances. */
  public void tellOthers(String what) {
    try {
      topic.ifPresent(open -> open.publish(what));
    } catch (HazelcastInstanceNotActiveException stopping) {
      LOG.log(System.Logger.Level.DEBUG, "Other instances are not told any more: {0}", stopping);
    }
  }

  private static void others(Message<String> told, Consumer<String> listener) {
    if (!told.getPublishingMember().localMember()) {
      listener.accept(told.getMessageObject());
    }
  }

  private static Optional<HazelcastInstance> joined() {
    try {
      return Optional.ofNullable((HazelcastInstance) new InitialContext().lookup(NAME));
    } catch (NamingException notJoined) {
      return Optional.empty();
    }
  }
}
