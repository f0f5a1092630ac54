package io.strikewire.context.feed.cdi;

import io.strikewire.context.history.Pictures;
import io.strikewire.event.ServiceStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.NullUnmarked;

/** Computes a picture before reports come, so that no sender waits for the first one. */
@ApplicationScoped
@NullUnmarked
public class FirstPicture {

  private static final double ANY_VIX = 20;

  @Inject private Pictures pictures;
  @Inject private Clock clock;

  void on(@Observes ServiceStarted event) {
    pictures.at(clock.instant(), ANY_VIX);
  }
}
