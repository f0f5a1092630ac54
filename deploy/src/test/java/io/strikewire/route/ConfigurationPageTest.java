package io.strikewire.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.strikewire.house.House;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final Path WEB = Path.of("..", "web-war", "target", "classes");
  private static final JavaClasses ALL = House.classes();

  private final ClassLoader usual = Thread.currentThread().getContextClassLoader();

  /** The WAR's classes are not among the libraries of these tests, and have settings too. */
  @BeforeEach
  void lookIntoTheWar() throws IOException {
    URL[] war = {WEB.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(war, usual));
  }

  @AfterEach
  void lookAway() {
    Thread.currentThread().setContextClassLoader(usual);
  }

  @Test
  void the_table_in_the_documentation_is_the_settings() throws IOException {
    String page = Files.readString(PAGE);
    String written = page.substring(0, page.indexOf(ConfigurationPage.GENERATED));
    String table = ConfigurationPage.table(ALL);
    if (Boolean.getBoolean("configuration.write")) {
      Files.writeString(PAGE, written + table);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(written + table);
  }

  @Test
  void a_preset_names_only_settings_that_exist() {
    assertThat(ConfigurationPage.unknownPresetNames(ALL)).isEmpty();
  }
}
