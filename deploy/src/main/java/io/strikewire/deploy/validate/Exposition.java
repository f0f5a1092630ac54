package io.strikewire.deploy.validate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures in the text that scrapers read. */
record Exposition(String text) {

  /**
   * The figure of a name; of several with different labels, the one whose labels contain this.
   *
   * @param label such as {@code severity="error"}; empty for any
   */
  Optional<Double> figure(String name, String label) {
    Pattern line = Pattern.compile("(?m)^" + Pattern.quote(name) + "(\\{[^}]*})? (\\S+)");
    Matcher found = line.matcher(text);
    while (found.find()) {
      String labels = found.group(1) == null ? "" : found.group(1);
      if (labels.contains(label)) {
        double value = Double.parseDouble(found.group(2).replace("+Inf", "Infinity"));
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
