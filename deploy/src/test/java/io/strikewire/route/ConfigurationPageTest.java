package io.strikewire.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.strikewire");

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
