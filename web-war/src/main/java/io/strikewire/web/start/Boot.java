package io.strikewire.web.start;

import io.strikewire.config.Setting;
import io.strikewire.config.SettingsSection;
import io.strikewire.config.SettingsTable;
import io.strikewire.config.UnknownNames;
import io.strikewire.db.Migrations;
import io.strikewire.event.ServiceStarted;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service, or refuses to with every reason. */
@Startup
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Boot {

  private static final System.Logger LOG = System.getLogger(Boot.class.getName());

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject @Any private Instance<SettingsSection> sections;
  @Inject private Event<ServiceStarted> started;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void start() {
    List<SettingsSection> all = sections.stream().toList();
    SoundSettings settings = SoundSettings.of(all, unknownNames());
    LOG.log(System.Logger.Level.INFO, "Settings in force: {0}", settings.effective());
    // The launcher has just done it; on Payara Server nobody has.
    if (!Boolean.getBoolean("strikewire.migrated")) {
      int applied = new Migrations(database).apply();
      LOG.log(System.Logger.Level.INFO, "Schema is up to date, {0} migrations applied", applied);
    }
    started.fire(new ServiceStarted());
    // The server counts an application as deployed even when it failed: the launcher asks this.
    System.setProperty("strikewire.started", "true");
  }

  /** A deployment that fails behind this takes it back. */
  @PreDestroy
  void stop() {
    System.clearProperty("strikewire.started");
  }

  private static List<String> unknownNames() {
    List<String> names = new ArrayList<>();
    ConfigProvider.getConfig().getPropertyNames().forEach(names::add);
    List<Setting<?>> settings = new ArrayList<>();
    ServiceLoader.load(SettingsTable.class, Boot.class.getClassLoader())
        .forEach(table -> settings.addAll(table.settings()));
    return UnknownNames.among(names, settings);
  }
}
