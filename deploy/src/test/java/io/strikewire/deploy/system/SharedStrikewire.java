package io.strikewire.deploy.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running service for all the tests that leave it running. */
final class SharedStrikewire implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Alerts.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Instance.class, key -> new Instance(), Instance.class)
        .alerts;
  }

  /** Stopped, and its data removed, when the last test has ended. */
  private static final class Instance implements ExtensionContext.Store.CloseableResource {

    private final Path data;
    private final RunningStrikewire strikewire;
    private final Alerts alerts;

    Instance() {
      try {
        data = Files.createTempDirectory("strikewire");
        strikewire =
            RunningStrikewire.start(
                data,
                Map.of(
                    "STRIKEWIRE_CLOCK", RunningStrikewire.MONDAY,
                    "STRIKEWIRE_RETENTION_DAYS", "7",
                    "STRIKEWIRE_RETENTION_EVERY_SECONDS", "5"));
        alerts = new Alerts(strikewire);
      } catch (Exception refused) {
        throw new IllegalStateException("the service does not start", refused);
      }
    }

    @Override
    public void close() throws Exception {
      strikewire.close();
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
