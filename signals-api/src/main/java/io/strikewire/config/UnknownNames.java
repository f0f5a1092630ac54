package io.strikewire.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Names that look like ours and are none: most of them are a setting with a slip in it. */
public final class UnknownNames {

  /** What the launcher hands to the application, and what the application tells the launcher. */
  private static final List<String> INTERNAL =
      List.of(
          "strikewire.env",
          "strikewire.data",
          "strikewire.clock",
          "strikewire.demo",
          "strikewire.jta-data-source",
          "strikewire.config",
          "strikewire.db.url",
          "strikewire.db.user",
          "strikewire.db.password",
          "strikewire.webhook.secrets",
          "strikewire.admin-api-key",
          "strikewire.metrics-token",
          "strikewire.audit.key",
          "strikewire.migrated",
          "strikewire.started",
          "strikewire.start.mistakes");

  /** What Kubernetes tells every container about a service of our name. */
  private static final Pattern OF_THE_PLATFORM =
      Pattern.compile("STRIKEWIRE_(SERVICE_(HOST|PORT\\w*)|PORT(_\\d+_\\w+)?)");

  private UnknownNames() {}

  /** One line for each of these names that begins like ours and is not known. */
  public static List<String> among(Collection<String> names, Collection<Setting<?>> settings) {
    Set<String> known = new TreeSet<>(INTERNAL);
    settings.forEach(setting -> known.add(setting.name()));
    List<String> lines = new ArrayList<>();
    for (String name : new TreeSet<>(names)) {
      if (name.startsWith("strikewire.") && !known.contains(name)) {
        lines.add(line(name, nearest(name, known)));
      } else if (name.startsWith("STRIKEWIRE_") && !OF_THE_PLATFORM.matcher(name).matches()) {
        unknownVariable(name, known, lines);
      }
    }
    return lines;
  }

  /** One that has all of the name in it; else the one that needs the fewest letters changed. */
  public static String nearest(String name, Collection<String> known) {
    String asked = variable(name);
    return known.stream()
        .min(
            Comparator.comparing((String one) -> !variable(one).contains(asked))
                .thenComparingInt(one -> distance(asked, variable(one)))
                .thenComparing(one -> one))
        .orElseThrow();
  }

  private static void unknownVariable(String name, Set<String> known, List<String> lines) {
    List<String> variables = known.stream().map(UnknownNames::variable).toList();
    if (!variables.contains(name)) {
      lines.add(line(name, nearest(name, variables)));
    }
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static String line(String name, String nearest) {
    return name + ": no such setting; the nearest is " + nearest;
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
