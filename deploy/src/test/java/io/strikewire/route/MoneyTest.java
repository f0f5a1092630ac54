package io.strikewire.route;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Money never passes through a binary float. */
class MoneyTest {

  private static final String[] MONEY = {
    "io.strikewire.book..",
    "io.strikewire.broker..",
    "io.strikewire.exit..",
    "io.strikewire.expiry..",
    "io.strikewire.mark..",
    "io.strikewire.performance..",
    "io.strikewire.position..",
    "io.strikewire.risk..",
    "io.strikewire.web.trading.."
  };

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.strikewire");

  /** The only numbers there that are no money: sensitivities, and what the chains' columns hold. */
  private static final DescribedPredicate<JavaClass> MEASURES =
      DescribedPredicate.describe(
          "hold measures",
          type ->
              Set.of("Greeks", "PriceBoard", "ChainChoice", "ExitSetting", "ExitFamily")
                  .contains(type.getSimpleName()));

  @Test
  void no_field_of_the_book_is_a_binary_float() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(MONEY)
        .and()
        .areDeclaredInClassesThat(DescribedPredicate.not(MEASURES))
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(float.class)
        .orShould()
        .haveRawType(Double.class)
        .check(ALL);
  }

  @Test
  void no_method_of_the_book_gives_a_binary_float() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(MONEY)
        .and()
        .areDeclaredInClassesThat(DescribedPredicate.not(MEASURES))
        .should()
        .notHaveRawReturnType(double.class)
        .andShould()
        .notHaveRawReturnType(float.class)
        .check(ALL);
  }

  @Test
  void nothing_in_the_book_turns_a_number_into_a_binary_float_or_back() {
    noClasses()
        .that()
        .resideInAnyPackage(MONEY)
        .and(DescribedPredicate.not(MEASURES))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "touches a binary float",
                (JavaMethodCall call) ->
                    Set.of("doubleValue", "floatValue", "parseDouble").contains(call.getName())
                        || call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(double.class))))
        .check(ALL);
  }
}
