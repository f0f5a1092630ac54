/** Reading signals, decisions and totals from PostgreSQL. */
@NullMarked
package io.strikewire.archives.jdbc;

import org.jspecify.annotations.NullMarked;
