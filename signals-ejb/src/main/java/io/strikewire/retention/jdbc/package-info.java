/** The steps of the retention, each in a transaction of its own. */
@NullMarked
package io.strikewire.retention.jdbc;

import org.jspecify.annotations.NullMarked;
