package io.strikewire.intake.jdbc;

import io.strikewire.intake.Claims;
import io.strikewire.intake.Storing;
import io.strikewire.market.ContextIntake;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Writes the deliveries that are rare, each in a transaction of its own. When a method returns, it
 * is committed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryStore {

  private static final String ERROR =
      """
      INSERT INTO processing_errors (id, sender, stage, code, detail, created_at)
      VALUES (?, ?, 'INTAKE', 'MALFORMED', ?, ?)
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Resource private EJBContext transaction;
  @Inject private ContextIntake contexts;

  /** Stores a context report unless one of its keys is remembered. */
  public Storing storeContext(
      UUID id, Payload payload, SortedMap<String, Instant> keys, Instant now) {
    Claims claims = new Claims();
    claims.add(id, keys);
    try (Connection connection = database.getConnection()) {
      UUID first = ClaimRows.claim(connection, claims, now).speaker(id);
      if (!first.equals(id)) {
        ClaimRows.count(connection, once(keys.keySet()), 1);
        return new Storing.Repeated(first);
      }
    } catch (SQLException unavailable) {
      throw new EJBException("cannot store context " + id, unavailable);
    }
    List<Mistake> mistakes = contexts.accept(id, payload, now);
    if (!mistakes.isEmpty()) {
      transaction.setRollbackOnly();
      return new Storing.Refused(mistakes);
    }
    return new Storing.Stored();
  }

  private static SortedMap<String, Integer> once(Set<String> names) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    names.forEach(name -> counts.put(name, 1));
    return counts;
  }

  /** Leaves a bounded trace of what an authenticated sender got wrong. */
  public void recordRefusal(UUID id, String sender, List<Mistake> mistakes, Instant now) {
    String detail = mistakes.stream().limit(10).map(Mistake::toString).toList().toString();
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ERROR)) {
      insert.setObject(1, id);
      insert.setString(2, sender);
      insert.setString(3, detail.replace('\u0000', '?'));
      insert.setObject(4, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException unavailable) {
      throw new EJBException("cannot record refusal " + id, unavailable);
    }
  }
}
