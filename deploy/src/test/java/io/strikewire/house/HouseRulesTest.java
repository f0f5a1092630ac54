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
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** The house: a star of modules around signals-api, a core that knows no framework. */
@AnalyzeClasses(locations = House.class)
class HouseRulesTest {

  /** Sub-packages named for a technology: here, and only here, frameworks are known. */
  private static final String[] SHELL = {
    "..cdi..", "..jpa..", "..jdbc..", "..ejb..", "..http..", "..config..", "..store..", "..rest.."
  };

  private static final String TRANSACTION = "jakarta.ejb.TransactionAttribute";

  private static final String[] APPLICATION_PARTS = {
    "io.strikewire.web..",
    "io.strikewire.deploy..",
    "io.strikewire.db..",
    "io.strikewire.runner..",
    "io.strikewire.telemetry.."
  };

  /** What is observed or asked while a signal takes its route. */
  private static final String[] BESIDE_STAGES = {
    "io.strikewire.normalize.cdi",
    "io.strikewire.continuity.cdi",
    "io.strikewire.validate.cdi",
    "io.strikewire.dedup.cdi",
    "io.strikewire.enrich.cdi",
    "io.strikewire.decide.cdi"
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

  /**
   * A second connection, asked for while the first is held, is one that all turns side by side may
   * wait for at the same time.
   */
  @ArchTest
  static final ArchRule what_a_turn_asks_is_asked_in_its_transaction =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Stage")
          .or()
          .resideInAnyPackage(BESIDE_STAGES)
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "a transaction of its own is begun", HouseRulesTest::beginsAnotherTransaction));

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

  private static boolean beginsAnotherTransaction(JavaMethodCall call) {
    JavaClass asked = call.getTargetOwner();
    String[] parameters =
        call.getTarget().getRawParameterTypes().stream()
            .map(JavaClass::getName)
            .toArray(String[]::new);
    return Stream.concat(Stream.of(asked), asked.getAllSubclasses().stream())
        .flatMap(type -> type.tryGetMethod(call.getName(), parameters).stream())
        .anyMatch(HouseRulesTest::hasATransactionOfItsOwn);
  }

  private static boolean hasATransactionOfItsOwn(JavaMethod method) {
    HasAnnotations<?> decided = method.isAnnotatedWith(TRANSACTION) ? method : method.getOwner();
    return decided
        .tryGetAnnotationOfType(TRANSACTION)
        .flatMap(attribute -> attribute.get("value"))
        .filter(kind -> ((JavaEnumConstant) kind).name().equals("REQUIRES_NEW"))
        .isPresent();
  }

  private static boolean isOf(JavaClass type, String room) {
    return House.moduleOf(type).equals(room);
  }
}
