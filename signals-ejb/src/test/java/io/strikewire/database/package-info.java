/** The database that tests run on. */
@NullMarked
package io.strikewire.database;

import org.jspecify.annotations.NullMarked;
