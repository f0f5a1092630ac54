package io.strikewire.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import io.strikewire.event.SignalEvent;
import io.strikewire.event.SignalRoute;
import io.strikewire.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The route is what {@link SignalRoute} says: no event without a listener, no listener besides. */
class SignalRouteTest {

  private static final JavaClasses ALL = House.classes();

  @Test
  void every_input_has_exactly_one_observer_among_all_modules() {
    for (SignalRoute stage : SignalRoute.values()) {
      assertThat(observersOf(stage.input())).as(stage + " observes " + stage.input()).hasSize(1);
    }
  }

  @Test
  void every_event_can_be_reached_and_either_enters_a_stage_or_ends_the_route() {
    Set<Class<?>> outcomes = new HashSet<>(Set.of(SignalEvent.Arrived.class));
    Arrays.stream(SignalRoute.values()).forEach(stage -> outcomes.addAll(stage.outcomes()));
    assertThat(outcomes).isEqualTo(events());

    Set<String> endings = new TreeSet<>();
    for (Class<?> event : events()) {
      if (SignalRoute.entering(event).isEmpty()) {
        endings.add(event.getSimpleName());
        assertThat(observersOf(event)).as(event + " ends the route").isEmpty();
      }
    }
    assertThat(endings)
        .containsExactly("Duplicate", "ExitsOrdered", "OrderPlaced", "OrderRefused", "Rejected");
  }

  @Test
  void the_picture_in_the_documentation_is_the_table() throws IOException {
    Path page = Path.of("..", "docs", "route.md");
    String picture = RoutePicture.markdown();
    if (Boolean.getBoolean("route.write")) {
      Files.writeString(page, picture);
    }
    assertThat(page).as("regenerate with -Droute.write=true").content().isEqualTo(picture);
  }

  private static Set<Class<?>> events() {
    Set<Class<?>> events = new HashSet<>();
    for (Class<?> nested : SignalEvent.class.getDeclaredClasses()) {
      if (nested.isRecord() && SignalEvent.class.isAssignableFrom(nested)) {
        events.add(nested);
      }
    }
    return events;
  }

  private static List<JavaMethod> observersOf(Class<?> event) {
    return ALL.stream()
        .map(JavaClass::getMethods)
        .flatMap(Set::stream)
        .filter(method -> observes(method, event))
        .toList();
  }

  private static boolean observes(JavaMethod method, Class<?> event) {
    Stream<JavaParameter> parameters = method.getParameters().stream();
    return parameters.anyMatch(
        parameter ->
            parameter.getRawType().getName().equals(event.getName())
                && parameter.isAnnotatedWith("jakarta.enterprise.event.Observes"));
  }
}
