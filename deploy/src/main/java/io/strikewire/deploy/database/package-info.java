/** The database: the one named, or an embedded PostgreSQL under the data directory. */
@NullMarked
package io.strikewire.deploy.database;

import org.jspecify.annotations.NullMarked;
