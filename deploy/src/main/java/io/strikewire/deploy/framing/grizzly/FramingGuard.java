package io.strikewire.deploy.framing.grizzly;

import java.util.Objects;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.AbstractActiveDescriptor;
import org.glassfish.hk2.utilities.BuilderHelper;
import org.glassfish.hk2.utilities.ServiceLocatorUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Puts the framing filter in front of the server's HTTP reader. The server asks its registry for an
 * add-on named "comet" whenever it builds a listener on which Comet is switched on; nobody needs
 * Comet, so that name is ours. A listener that opens later has the filter from its first byte on.
 */
public final class FramingGuard implements Runnable, AddOn {

  /** The name under which the server looks for us. */
  private static final String NAME = "comet";

  private static final int AHEAD_OF_THE_SERVERS_OWN = 100;

  /** Registers with the server in this process. */
  @Override
  public void run() {
    AbstractActiveDescriptor<?> ours =
        BuilderHelper.createConstantDescriptor(this, NAME, AddOn.class);
    ours.setRanking(AHEAD_OF_THE_SERVERS_OWN);
    ServiceLocatorUtilities.addOneDescriptor(registry(), ours);
  }

  /** The server's own registry; the class that knows it is published inside of the server only. */
  private static ServiceLocator registry() {
    try {
      Object found =
          Class.forName("org.glassfish.internal.api.Globals")
              .getMethod("getDefaultHabitat")
              .invoke(null);
      return ServiceLocator.class.cast(Objects.requireNonNull(found, "the server's registry"));
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("the server has no registry where it had one", changed);
    }
  }

  @Override
  public void setup(@Nullable NetworkListener unused, FilterChainBuilder chain) {
    int reader = chain.indexOfType(HttpCodecFilter.class);
    if (reader < 0) {
      throw new IllegalStateException("the listener reads no HTTP");
    }
    chain.add(reader, new FramingFilter());
  }
}
