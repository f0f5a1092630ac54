package io.strikewire.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.access.Scope;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of endpoint and scope, and that no endpoint is missing from it. */
class EndpointsTest {

  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");
  private static final java.nio.file.Path TABLE =
      java.nio.file.Path.of("src", "test", "resources", "endpoints.txt");

  /** What the server answers by itself. */
  private static final String OF_THE_SERVER = "GET /openapi";

  @Test
  void the_table_is_what_it_is_meant_to_be() throws IOException {
    assertThat(Endpoints.ALL)
        .extracting(row -> row.method() + " " + row.path() + " " + row.scope())
        .containsExactlyElementsOf(
            Files.readAllLines(TABLE).stream().filter(line -> !line.startsWith("#")).toList());
  }

  @Test
  void every_resource_has_exactly_one_row_or_is_public() throws Exception {
    List<String> behindKeys = new ArrayList<>(List.of(OF_THE_SERVER));
    for (String endpoint : resources()) {
      String path = endpoint.substring(endpoint.indexOf(' ') + 1);
      if (path.startsWith("/internal/")) {
        assertThat(PublicPaths.includes(path.substring("/internal".length()))).as(path).isTrue();
        assertThat(Endpoints.needed("GET", path)).as("not reached directly").isEqualTo(Scope.ADMIN);
      } else {
        behindKeys.add(endpoint);
      }
    }
    assertThat(Endpoints.ALL)
        .extracting(row -> row.method() + " " + row.path())
        .containsExactlyInAnyOrderElementsOf(behindKeys);
  }

  @Test
  void the_servlets_are_the_webhook_and_the_page_of_errors() throws Exception {
    List<String> patterns = new ArrayList<>();
    for (Class<?> type : classes()) {
      WebServlet servlet = type.getAnnotation(WebServlet.class);
      if (servlet != null) {
        patterns.addAll(Arrays.asList(servlet.urlPatterns()));
      }
    }
    assertThat(patterns).containsExactlyInAnyOrder("/webhook", "/webhook/*", "/internal-problem");
    assertThat(Endpoints.needed("GET", "/internal-problem")).isEqualTo(Scope.ADMIN);
  }

  @Test
  void whatever_is_decorated_or_unknown_needs_the_highest_scope() {
    for (String path :
        List.of(
            "/nothing", "//signals", "/signals/", "/signals;x=1", "/%73ignals", "/signals/a/b")) {
      assertThat(Endpoints.needed("GET", path)).as(path).isEqualTo(Scope.ADMIN);
    }
    assertThat(Endpoints.needed("DELETE", "/signals")).isEqualTo(Scope.ADMIN);
    assertThat(Endpoints.needed("HEAD", "/signals/7")).isEqualTo(Scope.READ);
    assertThat(Endpoints.needed("POST", "/signals/doctor")).isEqualTo(Scope.READ);
    assertThat(Endpoints.needed("POST", "/gex/chains")).isEqualTo(Scope.TRADE);
  }

  private static List<String> resources() throws Exception {
    List<String> endpoints = new ArrayList<>();
    for (Class<?> type : classes()) {
      Path root = type.getAnnotation(Path.class);
      if (root == null) {
        continue;
      }
      for (Method method : type.getDeclaredMethods()) {
        for (Annotation annotation : method.getAnnotations()) {
          HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (verb != null) {
            Path own = method.getAnnotation(Path.class);
            endpoints.add(
                verb.value() + " " + joined(root.value(), own == null ? "" : own.value()));
          }
        }
      }
    }
    assertThat(endpoints).hasSizeGreaterThan(30);
    return endpoints;
  }

  private static String joined(String root, String own) {
    String path = (root + "/" + own).replaceAll("/{2,}", "/");
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static List<Class<?>> classes() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
      for (java.nio.file.Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = CLASSES.relativize(file).toString().replace('/', '.');
        types.add(
            Class.forName(
                name.substring(0, name.length() - ".class".length()),
                false,
                EndpointsTest.class.getClassLoader()));
      }
    }
    return types;
  }
}
