package io.strikewire.asked;

import io.strikewire.json.JsonText;
import io.strikewire.json.StrictJson;
import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Payload;
import io.strikewire.whatif.DecisionFamily;
import io.strikewire.whatif.Facts;
import io.strikewire.whatif.WhatIf;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands each question to the family that it names. */
public final class AskedLines implements WhatIf {

  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"\\\\]{1,200})\"");

  private final Map<String, DecisionFamily> families = new TreeMap<>();
  private final TradingCalendar calendar;

  /** With every family, and the calendar, that the modules beside this one have. */
  public AskedLines() {
    ClassLoader modules = AskedLines.class.getClassLoader();
    ServiceLoader.load(DecisionFamily.class, modules)
        .forEach(family -> families.put(family.name(), family));
    calendar =
        ServiceLoader.load(TradingCalendar.class, modules)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no module has a trading calendar"));
  }

  @Override
  public String answer(String line) {
    StrictJson.Reading reading = StrictJson.read(line.getBytes(StandardCharsets.UTF_8));
    if (reading instanceof StrictJson.Reading.Malformed malformed) {
      Matcher id = ID.matcher(line);
      return error(id.find() ? id.group(1) : null, malformed.mistake().received());
    }
    Payload question = ((StrictJson.Reading.Read) reading).payload();
    Object id = question.first("id").orElse(null);
    Optional<DecisionFamily> family = question.first("family").map(families::get);
    if (family.isEmpty()) {
      return error(
          id,
          "family: one of "
              + families.keySet()
              + " is accepted, was "
              + question.first("family").orElse("nothing"));
    }
    try {
      Map<String, @Nullable Object> answer = new LinkedHashMap<>();
      answer.put("id", id);
      answer.put("family", family.get().name());
      answer.put(
          "output",
          family
              .get()
              .answer(
                  new Facts("config", question.object("config")),
                  new Facts("input", question.object("input")),
                  calendar));
      return JsonText.of(answer);
    } catch (RuntimeException unreadable) {
      return error(id, String.valueOf(unreadable.getMessage()));
    }
  }

  private static String error(@Nullable Object id, String why) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("id", id);
    answer.put("error", why);
    return JsonText.of(answer);
  }
}
