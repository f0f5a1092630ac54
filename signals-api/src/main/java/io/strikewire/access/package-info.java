/** Who may ask for what. */
@NullMarked
package io.strikewire.access;

import org.jspecify.annotations.NullMarked;
