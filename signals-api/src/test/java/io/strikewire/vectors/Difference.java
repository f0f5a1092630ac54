package io.strikewire.vectors;

import io.strikewire.payload.Payload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field in which an answer is not the recorded one.
 *
 * @param path the field
 * @param recorded what was recorded
 * @param answered what came
 */
public record Difference(String path, String recorded, String answered) {

  private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

  /**
   * Every recorded field that the answer does not have alike. An answer may say more. Numbers agree
   * within 1e-9, relative and absolute; null and absent are the same.
   */
  public static List<Difference> between(Payload recorded, Map<String, ?> answered) {
    List<Difference> found = new ArrayList<>();
    recorded.fields().forEach((name, value) -> compare(name, value, answered.get(name), found));
    return found;
  }

  private static void compare(
      String path, Object recorded, @Nullable Object answered, List<Difference> found) {
    if (recorded instanceof Payload object) {
      Map<?, ?> fields =
          answered instanceof Map<?, ?> map
              ? map
              : answered instanceof Payload payload ? payload.fields() : Map.of();
      object
          .fields()
          .forEach((name, value) -> compare(path + '.' + name, value, fields.get(name), found));
    } else if (recorded instanceof List<?> items) {
      compareItems(path, items, answered instanceof List<?> list ? list : List.of(), found);
    } else if (!same(recorded, answered)) {
      found.add(new Difference(path, String.valueOf(recorded), String.valueOf(answered)));
    }
  }

  private static void compareItems(
      String path, List<?> recorded, List<?> answered, List<Difference> found) {
    if (recorded.size() != answered.size()) {
      found.add(new Difference(path, recorded.toString(), answered.toString()));
      return;
    }
    for (int i = 0; i < recorded.size(); i++) {
      compare(path + '[' + i + ']', recorded.get(i), answered.get(i), found);
    }
  }

  private static boolean same(Object recorded, @Nullable Object answered) {
    if (recorded.equals(Vector.NULL)) {
      return answered == null;
    }
    if (!(recorded instanceof BigDecimal number)) {
      return recorded.equals(answered);
    }
    if (!(answered instanceof Number)) {
      return false;
    }
    BigDecimal other = new BigDecimal(answered.toString());
    BigDecimal apart = number.subtract(other).abs();
    return apart.compareTo(TOLERANCE.max(number.abs().multiply(TOLERANCE))) <= 0;
  }

  @Override
  public String toString() {
    return path + " recorded " + recorded + ", answered " + answered;
  }
}
