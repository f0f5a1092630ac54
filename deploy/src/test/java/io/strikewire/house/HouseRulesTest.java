package io.strikewire.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;

/** The house: a star of modules around signals-api, a core that knows no framework. */
@AnalyzeClasses(locations = House.class)
class HouseRulesTest {

  /** Sub-packages named for a technology: here, and only here, frameworks are known. */
  private static final String[] SHELL = {
    "..cdi..", "..jpa..", "..jdbc..", "..ejb..", "..http..", "..config..", "..store..", "..rest.."
  };

  private static final String[] APPLICATION_PARTS = {
    "io.strikewire.web..",
    "io.strikewire.deploy..",
    "io.strikewire.db..",
    "io.strikewire.runner..",
    "io.strikewire.telemetry.."
  };

  @ArchTest
  static final ArchRule the_core_knows_no_framework =
      noClasses()
          .that(not(resideInAnyPackage(SHELL)).and(not(resideInAnyPackage(APPLICATION_PARTS))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org.hibernate..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule the_core_takes_its_time_and_its_chance_as_arguments =
      noClasses()
          .that(not(resideInAnyPackage(SHELL)).and(not(resideInAnyPackage(APPLICATION_PARTS))))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callConstructor(Random.class);

  @ArchTest
  static final ArchRule rows_stay_home =
      classes()
          .that()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .should()
          .bePackagePrivate()
          .andShould()
          .haveSimpleNameEndingWith("Row")
          .andShould()
          .resideInAPackage("..jpa");

  @ArchTest
  static final ArchRule nothing_of_the_route_is_observed_asynchronously =
      noMethods().should().beAnnotatedWith("jakarta.enterprise.event.ObservesAsync");

  /**
   * The container holds a transaction around a timer's method whatever attribute it has; one that
   * commits by itself makes it fail, and a timer that fails twice is never called again.
   */
  @ArchTest
  static final ArchRule timers_with_a_connection_have_transactions_of_their_own =
      methods()
          .that()
          .areAnnotatedWith("jakarta.ejb.Schedule")
          .and()
          .areDeclaredInClassesThat(
              DescribedPredicate.describe(
                  "use connections",
                  user ->
                      user.getDirectDependenciesFromSelf().stream()
                          .anyMatch(
                              used ->
                                  used.getTargetClass()
                                      .getName()
                                      .equals(java.sql.Connection.class.getName()))))
          .should()
          .beDeclaredInClassesThat()
          .areAnnotatedWith("jakarta.ejb.TransactionManagement");

  @ArchTest
  static final ArchRule names_are_those_of_the_field =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");

  @ArchTest
  static final ArchRule only_the_launcher_writes_to_the_console =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.strikewire.deploy..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static void modules_meet_only_in_the_vocabulary(JavaClasses all) {
    for (String room : House.ROOMS) {
      noClasses()
          .that(DescribedPredicate.describe("are of " + room, type -> isOf(type, room)))
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are of another room",
                  type -> !House.moduleOf(type).isEmpty() && !isOf(type, room)))
          .allowEmptyShould(false)
          .check(all);
    }
  }

  private static boolean isOf(JavaClass type, String room) {
    return House.moduleOf(type).equals(room);
  }
}
