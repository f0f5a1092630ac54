/** What an option is worth on its last day. */
@NullMarked
package io.strikewire.expiry;

import org.jspecify.annotations.NullMarked;
