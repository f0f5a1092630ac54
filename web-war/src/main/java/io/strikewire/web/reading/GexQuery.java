package io.strikewire.web.reading;

import io.strikewire.gex.GexProfile.Convention;
import io.strikewire.gex.SignConvention;
import io.strikewire.payload.Mistake;
import io.strikewire.web.problem.BadRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Which convention a reader wants; what it does not name stays as it was. */
public record GexQuery(
    Optional<Integer> dayCount, Optional<Integer> levels, Optional<SignConvention> sign) {

  /**
   * Reads the query.
   *
   * @throws BadRequest naming every parameter that is not accepted
   */
  public static GexQuery read(Function<String, Optional<String>> query) {
    List<Mistake> mistakes = new ArrayList<>();
    GexQuery read =
        new GexQuery(
            number(
                query,
                "dayCount",
                "252, 262 or 365",
                n -> n == 252 || n == 262 || n == 365,
                mistakes),
            number(
                query,
                "levels",
                "a whole number from 2 to 2000",
                n -> n >= 2 && n <= 2000,
                mistakes),
            sign(query, mistakes));
    if (!mistakes.isEmpty()) {
      throw new BadRequest(mistakes);
    }
    return read;
  }

  /** The convention wanted, if it is another than this one. */
  public Optional<Convention> differingFrom(Convention current) {
    Convention wanted =
        new Convention(
            sign.orElse(current.sign()),
            dayCount.orElse(current.dayCount()),
            levels.orElse(current.levels()));
    return Optional.of(wanted).filter(other -> !other.equals(current));
  }

  private static Optional<SignConvention> sign(
      Function<String, Optional<String>> query, List<Mistake> mistakes) {
    Optional<String> text = query.apply("sign");
    Optional<SignConvention> sign =
        text.flatMap(
            name ->
                Arrays.stream(SignConvention.values())
                    .filter(known -> known.name().equalsIgnoreCase(name))
                    .findFirst());
    if (text.isPresent() && sign.isEmpty()) {
      mistakes.add(
          new Mistake("sign", text.get(), "one of " + Arrays.toString(SignConvention.values())));
    }
    return sign;
  }

  private static Optional<Integer> number(
      Function<String, Optional<String>> query,
      String name,
      String accepted,
      IntPredicate fits,
      List<Mistake> mistakes) {
    return query
        .apply(name)
        .flatMap(
            text -> {
              Optional<Integer> number =
                  text.matches("\\d{1,4}")
                      ? Optional.of(Integer.valueOf(text)).filter(fits::test)
                      : Optional.empty();
              if (number.isEmpty()) {
                mistakes.add(new Mistake(name, text, accepted));
              }
              return number;
            });
  }
}
