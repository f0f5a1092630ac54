package io.strikewire.web.start;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/**
 * The one data source of the application. Every transaction of ours is short: PostgreSQL ends one
 * that sits idle, which is how a stopped process loses its lock.
 *
 * <p>The archive for Payara Server leaves this class out: there the name leads to the pool that the
 * server's administrator made ({@code deploy/payara-server}).
 */
@DataSourceDefinition(
    name = "java:app/jdbc/strikewire",
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=strikewire.db.url}",
    user = "${MPCONFIG=strikewire.db.user}",
    password = "${MPCONFIG=strikewire.db.password}",
    initialPoolSize = 2,
    minPoolSize = 2,
    maxPoolSize = 20,
    properties = {
      "fish.payara.max-wait-time-in-millis=2000",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "reWriteBatchedInserts=true",
      "applicationName=strikewire",
      "tcpKeepAlive=true",
      "connectTimeout=2",
      "socketTimeout=15",
      "options=-c idle_in_transaction_session_timeout=5s -c statement_timeout=10s -c tcp_user_timeout=10s"
    })
@Singleton
@Startup
public class Database {}
