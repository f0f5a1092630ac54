package io.strikewire.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The compiled classes of every module, and which module a class is of. */
public final class House implements LocationProvider {

  /** What every other module may know. */
  static final List<String> SHARED = List.of("signals-api", "db");

  /** The modules that know nothing of each other. */
  static final List<String> ROOMS =
      List.of("signals-ejb", "context-module", "gex-module", "positions-module", "web-war");

  /** All of the product's classes, without tests. */
  public static JavaClasses classes() {
    return new ClassFileImporter().importLocations(locations());
  }

  @Override
  public Set<Location> get(Class<?> test) {
    return locations();
  }

  /** The module's folder; empty for a class that is not ours. */
  static String moduleOf(JavaClass type) {
    String from = type.getSource().map(source -> source.getUri().toString()).orElse("");
    return ROOMS.stream().filter(room -> from.contains("/" + room + "/")).findFirst().orElse("");
  }

  private static Set<Location> locations() {
    return java.util.stream.Stream.of(SHARED, ROOMS, List.of("deploy"))
        .flatMap(List::stream)
        .map(module -> Path.of("..", module, "target", "classes", "io", "strikewire"))
        .map(folder -> Location.of(folder.toAbsolutePath().normalize()))
        .collect(Collectors.toSet());
  }
}
