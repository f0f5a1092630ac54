package io.strikewire.deploy.secrets;

import io.strikewire.access.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a key shall be good for.
 *
 * @param name what it is for; who acts with it is called so
 * @param scope {@code read}, {@code trade} or {@code admin}
 * @param days how long
 */
public record NewKey(String name, String scope, int days) {

  private static final Pattern NAME = Pattern.compile("[\\p{Alnum} ._-]{1,64}");
  private static final int LONGEST = 366;

  /** One line for each option that is not acceptable. */
  public List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      mistakes.add(
          "--name: letters, digits, space, dot, dash, underscore are accepted, was \""
              + name
              + '"');
    }
    if (Scope.parse(scope).isEmpty()) {
      mistakes.add("--scope: read, trade or admin is accepted, was \"" + scope + '"');
    }
    if (days < 1 || days > LONGEST) {
      mistakes.add("--expires-in-days: 1 to " + LONGEST + " is accepted, was \"" + days + '"');
    }
    return mistakes;
  }
}
