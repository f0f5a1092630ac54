/**
 * A recorded market day played into a running service: its chains, its volatility, and alerts on
 * its contracts, through the same signed entrance as any sender's.
 */
@NullMarked
package io.strikewire.deploy.demo;

import org.jspecify.annotations.NullMarked;
