package io.strikewire.route;

import io.strikewire.event.SignalRoute;

/** The table as a page. */
final class RoutePicture {

  private RoutePicture() {}

  static String markdown() {
    StringBuilder page = new StringBuilder("# The route of one signal\n\n");
    page.append(
        "Generated from `SignalRoute`; a test keeps it true.\n\n```mermaid\nflowchart TD\n");
    for (SignalRoute stage : SignalRoute.values()) {
      page.append("  ").append(stage).append("[\"").append(stage).append("<br/>");
      page.append(stage.task()).append("\"]\n");
    }
    for (SignalRoute stage : SignalRoute.values()) {
      for (Class<?> outcome : stage.outcomes()) {
        String name = outcome.getSimpleName();
        String target =
            SignalRoute.entering(outcome).map(Enum::name).orElse(name + "([" + name + "])");
        page.append("  ").append(stage).append(" -- ").append(name).append(" --> ").append(target);
        page.append('\n');
      }
    }
    page.append("```\n\n| stage | event in | outcomes | what it does |\n|---|---|---|---|\n");
    for (SignalRoute stage : SignalRoute.values()) {
      page.append("| ").append(stage).append(" | `").append(stage.input().getSimpleName());
      page.append("` | ");
      page.append(
          String.join(
              ", ",
              stage.outcomes().stream().map(type -> "`" + type.getSimpleName() + "`").toList()));
      page.append(" | ").append(stage.task()).append(" |\n");
    }
    return page.toString();
  }
}
