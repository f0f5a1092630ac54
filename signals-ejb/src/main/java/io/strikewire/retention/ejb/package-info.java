/** When the retention works. */
@NullMarked
package io.strikewire.retention.ejb;

import org.jspecify.annotations.NullMarked;
