package io.strikewire.intake.cdi;

import io.strikewire.intake.jdbc.DeliveryMemory;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Once a minute, forgets the deliveries that need not be recognised any more. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ForgettingTimer {

  private static final System.Logger LOG = System.getLogger(ForgettingTimer.class.getName());
  private static final int MOST_AT_ONCE = 5000;
  private static final int KEPT_REFUSALS = 10_000;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", persistent = false)
  void forget() {
    try (Connection connection = database.getConnection()) {
      int forgotten = MOST_AT_ONCE;
      while (forgotten == MOST_AT_ONCE) {
        forgotten = DeliveryMemory.forget(connection, clock.instant(), MOST_AT_ONCE);
      }
      DeliveryMemory.forgetRefusals(connection, KEPT_REFUSALS, MOST_AT_ONCE);
    } catch (SQLException | RuntimeException away) {
      // A timer that throws is called once more and then never again.
      LOG.log(System.Logger.Level.WARNING, "deliveries are forgotten later", away);
    }
  }
}
